"""The network as graph files: GraphML and GEXF."""

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from readout.files import replace_file

if TYPE_CHECKING:
    from readout.article import Article


def write_network(article: "Article", stem: str | Path) -> list[Path]:
    """Write the network as `STEM.graphml` and `STEM.gexf` (Gephi) and return the paths.

    Nodes and edges have the attributes that `readout.network.build_network` gives them. Raises
    OSError if the folder does not exist or cannot be written.

    >>> [path.name for path in write_network(article, "reports/network")]
    ['network.graphml', 'network.gexf']
    """
    import networkx

    stem = Path(stem)
    graph = article.network()
    graphml = io.BytesIO()
    networkx.write_graphml(graph, graphml)
    gexf = "\n".join(networkx.generate_gexf(graph))
    # networkx writes today's date; the same article must give the same bytes.
    gexf = re.sub(r' lastmodifieddate="[^"]*"', "", gexf) + "\n"
    return [
        replace_file(stem.with_suffix(".graphml"), graphml.getvalue()),
        replace_file(stem.with_suffix(".gexf"), gexf.encode()),
    ]
