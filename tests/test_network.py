import networkx as nx
import pytest
from chart_articles import empty_article, small_article, ties

from readout.network import build_network, central_actor, distinct_ties


@pytest.fixture(scope="module")
def article():
    return small_article()


def test_nodes_are_the_actors_that_have_ties(article):
    network = build_network(article.ties, article.actors)

    assert set(network) == {*article.ties["source"], *article.ties["target"]}
    assert network.nodes["norrland"] == {"name": "Norrland", "type": "state", "mentions": 8}


def test_edges_carry_their_evidence(article):
    network = build_network(article.ties, article.actors)
    edge = network.edges["tavria", "odran-veshti", "backs"]

    assert (edge["relation"], edge["certainty"]) == ("backs", "hedged")
    assert (edge["sentence"], edge["start"], edge["end"]) == (3, 123, 163)
    assert edge["evidence"] == article.ties["evidence"][0]
    assert edge["cue"] == "cue"


def test_every_attribute_can_be_written_as_graphml(article, tmp_path):
    nx.write_graphml(build_network(article.ties, article.actors), tmp_path / "network.graphml")

    again = nx.read_graphml(tmp_path / "network.graphml", force_multigraph=True)
    assert again.number_of_edges() == len(article.ties)


def test_an_actor_that_is_unknown_keeps_its_id(article):
    network = build_network(ties(["nobody backs selm"]), article.actors)

    assert network.nodes["nobody"] == {"name": "nobody"}


def test_a_relation_that_holds_both_ways_is_one_edge(article):
    both = ties(
        ["selm aligned ostia?", "ostia aligned selm", "selm backs ostia", "ostia backs selm"]
    )

    network = build_network(both, article.actors)

    assert sorted(network.edges(keys=True)) == [
        ("ostia", "selm", "aligned"),
        ("ostia", "selm", "backs"),
        ("selm", "ostia", "backs"),
    ]
    assert network.edges["ostia", "selm", "aligned"]["certainty"] == "stated"


def test_stated_wins_over_hedged_and_order_is_kept():
    said = ties(["a backs b?", "c backs d", "a backs b"])

    kept = distinct_ties(said)

    assert kept["source"].tolist() == ["c", "a"]
    assert kept["certainty"].tolist() == ["stated", "stated"]


def test_the_centre_is_the_most_mentioned_actor_with_sides(article):
    assert central_actor(article.ties, article.actors) == "odran-veshti"


def test_meetings_and_memberships_make_no_centre(article):
    assert central_actor(ties(["odran-veshti meets cnf"]), article.actors) is None
    assert central_actor(ties(["odran-veshti meets cnf", "selm backs ostia"]), article.actors) in {
        "selm",
        "ostia",
    }


def test_of_equally_mentioned_actors_the_first_by_id_is_the_centre(article):
    assert central_actor(ties(["selm backs ostia"]), article.actors) == "ostia"


def test_without_ties_there_is_no_centre_and_no_node():
    nothing = empty_article()

    assert central_actor(nothing.ties, nothing.actors) is None
    assert len(build_network(nothing.ties, nothing.actors)) == 0
