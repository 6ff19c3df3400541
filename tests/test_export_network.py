"""The network as GraphML and GEXF, read back equal by networkx, its words escaped."""

import re
from dataclasses import replace

import networkx as nx
import pytest
from invented import ANALYST, INVENTED, PUBLISHED

import readout
from readout.export_network import write_network


@pytest.fixture(scope="module")
def analyst():
    return readout.parse(ANALYST, name="analyst")


@pytest.fixture(scope="module", params=["wire", "analyst", "tiny"])
def article(request):
    name = request.param
    return readout.parse(INVENTED[name], published=PUBLISHED.get(name), name=name)


@pytest.fixture
def network_files(article, tmp_path):
    return write_network(article, tmp_path / "network")


def test_graphml_is_read_back_equal(article, network_files):
    again = nx.read_graphml(network_files[0], force_multigraph=True)
    graph = article.network()

    assert network_files[0].name == "network.graphml"
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert edges(again) == edges(graph)


def test_gexf_is_read_back_equal(article, network_files):
    again = nx.read_gexf(network_files[1])
    graph = article.network()

    assert network_files[1].name == "network.gexf"
    for actor, known in graph.nodes(data=True):
        assert {key: again.nodes[actor][key] for key in known} == known
    assert sorted(again) == sorted(graph)
    assert edges(again, only=("certainty", "cue", "end", "evidence", "relation")) == edges(
        graph, only=("certainty", "cue", "end", "evidence", "relation")
    )


def edges(graph, only=None):
    return sorted(
        (source, target, sorted((key, said[key]) for key in only or said))
        for source, target, said in graph.edges(data=True)
    )


def test_every_edge_of_the_gexf_has_an_id_of_its_own(network_files):
    ids = re.findall(r'<edge [^>]*?\bid="([^"]*)"', network_files[1].read_text(encoding="utf-8"))

    assert len(set(ids)) == len(ids)


def test_network_files_hold_no_date_of_today(network_files):
    assert "lastmodifieddate" not in network_files[1].read_text(encoding="utf-8")


def test_a_network_escapes_its_words(analyst, tmp_path):
    actors = analyst.actors.assign(name='<script>"&')
    paths = write_network(replace(analyst, actors=actors), tmp_path / "network")

    assert all("<script>" not in path.read_text(encoding="utf-8") for path in paths)
    assert nx.read_graphml(paths[0]).nodes["turkey"]["name"] == '<script>"&'


def test_a_network_needs_its_folder(analyst, tmp_path):
    with pytest.raises(OSError, match="missing"):
        write_network(analyst, tmp_path / "missing" / "network")
