"""Opens graph files with networkx and igraph, and prints what each holds as JSON: `python read.py FILE...`"""
import json
import sys

import igraph
import networkx


def known(facts):
    """JSON has no word for what is not a number."""
    return {name: None if value != value else value for name, value in facts.items()}


def with_networkx(file):
    graph = networkx.read_graphml(file, force_multigraph=True) if file.endswith(".graphml") else networkx.read_gexf(file)
    multiple = networkx.MultiDiGraph(graph) if graph.is_directed() else networkx.MultiGraph(graph)
    edges = multiple.edges(keys=True, data=True)
    return {
        "reader": "networkx",
        "about": {name: value for name, value in graph.graph.items() if isinstance(value, str)},
        "isDirected": graph.is_directed(),
        "nodes": dict(graph.nodes(data=True)),
        "edges": {facts.pop("id", key): {"from": start, "to": end, **facts} for start, end, key, facts in edges},
    }


def with_igraph(file):
    graph = igraph.Graph.Read_GraphML(file)
    ids = graph.vs["id"] if graph.vcount() else []
    return {
        "reader": "igraph",
        "about": {name: graph[name] for name in graph.attributes()},
        "isDirected": graph.is_directed(),
        "nodes": {node["id"]: known(node.attributes()) for node in graph.vs},
        "edges": {edge["id"]: {"from": ids[edge.source], "to": ids[edge.target], **known(edge.attributes())} for edge in graph.es},
    }


def read(file):
    readers = [with_networkx, with_igraph] if file.endswith(".graphml") else [with_networkx]
    return [{"file": file, **reader(file)} for reader in readers]


print(json.dumps([one for file in sys.argv[1:] for one in read(file)]))
