"""Fetches the schema of a server by introspection, checks a query against it, asks it, and builds the printed schema."""

import json
import sys
from urllib.request import urlopen

import gql
import graphql
from gql.transport.requests import RequestsHTTPTransport

url = sys.argv[1]
client = gql.Client(transport=RequestsHTTPTransport(url=f"{url}/graphql"), fetch_schema_from_transport=True)
with client as session:
    answer = session.execute(gql.gql('{ organization(id: "organization:microsoft") { name } }'))
    try:
        session.execute(gql.gql("{ nothing }"))
        refused = ""
    except graphql.GraphQLError as error:
        refused = error.message
printed = graphql.build_schema(urlopen(f"{url}/schema.graphql").read().decode())
assert graphql.validate_schema(printed) == []
print(
    json.dumps(
        {
            "versions": [gql.__version__, graphql.version],
            "answer": answer,
            "refused": refused,
            "introspected": len(client.schema.type_map),
            "printed": len(printed.type_map),
        }
    )
)
