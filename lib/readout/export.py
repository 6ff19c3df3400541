"""Files to take along, for every program that reads them; all exports are imported from here.

The same article gives the same bytes, and a file appears complete or not at all: it is written
beside its place and then renamed.
"""

from readout.export_network import write_network
from readout.export_tables import write_tables

__all__ = ["write_network", "write_tables"]
