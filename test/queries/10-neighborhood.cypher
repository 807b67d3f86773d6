// {"p":{"keys":["agency:digital-crime-unit"]}}
UNWIND $p.keys AS key
MATCH (n:Entity {id: key}) WHERE n.retractedAt IS NULL
RETURN key

// {"p":{"ends":["agency:digital-crime-unit"],"keys":["agency:digital-crime-unit"]},"most":5000,"skip":0}
UNWIND $p.keys AS key
MATCH (n:Entity {id: key}) WHERE n.retractedAt IS NULL
CALL (n) { MATCH (n)-[r:ANNOUNCED_AT|BUILDS_ON|COVERS|DIRECTED_AT|HAS_TARGET|HOLDS_OFFICE_AT|LOCATED_IN|MAKES|OBSERVED_AS|PARTNERS_WITH|PARTY_TO|PART_OF|RUNS|SAME_AS|SUPERSEDES|UNDER|UNIT_OF]-(m:Entity) WHERE r.retractedAt IS NULL WITH n, r, m SKIP $skip LIMIT $most RETURN collect(r.id) AS c0, collect(m.id) AS c1, collect(coalesce(r.confidence, 0.0)) AS c2 }
RETURN key, c0, c1, c2

// {"p":{"ends":["agency:digital-crime-unit"],"keys":["agency:jp-national-police-agency","commitment:microsoft-japan-2026-npa-cooperation","organization:microsoft","organization:microsoft-digital-crimes-unit"]},"most":3125,"skip":0}
UNWIND $p.keys AS key
MATCH (n:Entity {id: key}) WHERE n.retractedAt IS NULL
CALL (n) { MATCH (n)-[r:ANNOUNCED_AT|BUILDS_ON|COVERS|DIRECTED_AT|HAS_TARGET|HOLDS_OFFICE_AT|LOCATED_IN|MAKES|OBSERVED_AS|PARTNERS_WITH|PARTY_TO|PART_OF|RUNS|SAME_AS|SUPERSEDES|UNDER|UNIT_OF]-(m:Entity) WHERE r.retractedAt IS NULL WITH n, r, m SKIP $skip LIMIT $most RETURN collect(r.id) AS c0, collect(m.id) AS c1, collect(coalesce(r.confidence, 0.0)) AS c2 }
RETURN key, c0, c1, c2

// {"p":{"ends":["agency:digital-crime-unit"],"keys":["commitment:microsoft-japan-2026","commitment:microsoft-japan-2026-research-grant","organization:softbank","place:japan","agency:jp-national-cybersecurity-office","commitment:microsoft-japan-2026-data-residency","commitment:microsoft-japan-2026-fellowship","commitment:microsoft-japan-2026-gpu-partnership","commitment:microsoft-japan-2026-infrastructure","commitment:microsoft-japan-2026-nco-cooperation"]},"most":1250,"skip":0}
UNWIND $p.keys AS key
MATCH (n:Entity {id: key}) WHERE n.retractedAt IS NULL
CALL (n) { MATCH (n)-[r:ANNOUNCED_AT|BUILDS_ON|COVERS|DIRECTED_AT|HAS_TARGET|HOLDS_OFFICE_AT|LOCATED_IN|MAKES|OBSERVED_AS|PARTNERS_WITH|PARTY_TO|PART_OF|RUNS|SAME_AS|SUPERSEDES|UNDER|UNIT_OF]-(m:Entity) WHERE r.retractedAt IS NULL WITH n, r, m SKIP $skip LIMIT $most RETURN collect(r.id) AS c0, collect(m.id) AS c1, collect(coalesce(r.confidence, 0.0)) AS c2 }
RETURN key, c0, c1, c2

// {"p":{"keys":["agency:digital-crime-unit","agency:jp-national-police-agency","commitment:microsoft-japan-2026-npa-cooperation","organization:microsoft","organization:microsoft-digital-crimes-unit","commitment:microsoft-japan-2026","commitment:microsoft-japan-2026-research-grant","organization:softbank","place:japan","agency:jp-national-cybersecurity-office","commitment:microsoft-japan-2026-data-residency","commitment:microsoft-japan-2026-fellowship","commitment:microsoft-japan-2026-gpu-partnership","commitment:microsoft-japan-2026-infrastructure","commitment:microsoft-japan-2026-nco-cooperation"]}}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
RETURN key, [n0.id, n0.name, n0.type] AS row

// {"p":{"keys":["agency:jp-national-cybersecurity-office link:030a9c893ac53de96bc4","commitment:microsoft-japan-2026 link:0c558ba7efa23cd6e93d","commitment:microsoft-japan-2026-research-grant link:1521de841af8ba094694","commitment:microsoft-japan-2026 link:16be13887f9af7d77ce0","commitment:microsoft-japan-2026-data-residency link:171645be4d275ae83a3c","organization:softbank link:1744fd4303b8a4e6d498","organization:softbank link:1e2c1971fc5854a27a81","commitment:microsoft-japan-2026-infrastructure link:22ea4d1b614500b448ac","organization:microsoft-digital-crimes-unit link:25c435363dd218716e88","commitment:microsoft-japan-2026-gpu-partnership link:25c5497111215c8d56a5","commitment:microsoft-japan-2026-fellowship link:25f591ea4fd567c3a668","commitment:microsoft-japan-2026-nco-cooperation link:36e8a7d32eec6725a6e7","commitment:microsoft-japan-2026-npa-cooperation link:39976f4ef4f268a8af10","commitment:microsoft-japan-2026-infrastructure link:3b26bb65fb51d4dab31f","organization:softbank link:3cbb88762ceaaf5a8277","agency:digital-crime-unit link:3d93e8a83d7323f5b131","agency:jp-national-cybersecurity-office link:43513918db294329417f","commitment:microsoft-japan-2026 link:607f02698bb3a4929627","commitment:microsoft-japan-2026-fellowship link:67d9bc1995a4c5307ecb","agency:jp-national-cybersecurity-office link:6e8f1f68c437caf7594f","commitment:microsoft-japan-2026-research-grant link:78b334b10b6cb2ea87ab","commitment:microsoft-japan-2026-npa-cooperation link:89f26ce496c71f9d9127","commitment:microsoft-japan-2026-research-grant link:a191fbab8f4fd0c37e56","commitment:microsoft-japan-2026-infrastructure link:a24857fa60c8dd01b979","agency:jp-national-police-agency link:a25d742ef6a3ff28ec8c","commitment:microsoft-japan-2026-npa-cooperation link:a77b97301c42b52ee376","agency:jp-national-police-agency link:ad898386cecdb4b94278","commitment:microsoft-japan-2026-data-residency link:ae6883e2266da1b921c8","commitment:microsoft-japan-2026-fellowship link:af266738a902079cc739","agency:jp-national-police-agency link:bb1d57caefb94bba90b4","commitment:microsoft-japan-2026 link:bcbfb963b99316d3c318","organization:microsoft-digital-crimes-unit link:be893dfb01dd0c51efe0","commitment:microsoft-japan-2026-research-grant link:c39406cb5a5b269ef490","organization:softbank link:caf3f55bc1e9a6ace8af","agency:digital-crime-unit link:d0266be3bc98b2c24221","commitment:microsoft-japan-2026-infrastructure link:d6157cd3cf2159f5197e","commitment:microsoft-japan-2026-data-residency link:d9a86411d42fee378d6e","commitment:microsoft-japan-2026-nco-cooperation link:e0fba9f81fea3dee157c","commitment:microsoft-japan-2026-nco-cooperation link:e7a262f3a086473768ed","commitment:microsoft-japan-2026-gpu-partnership link:ebea6f540d7432cbfc6a","agency:jp-national-police-agency link:f2934d90cf62793f3686"]},"l1":1,"l2":1}
UNWIND $p.keys AS key
WITH key, split(key, ' ') AS ids WITH key, ids[0] AS end, ids[1] AS link MATCH (a0:Entity {id: end}) CALL (a0, link) { MATCH (a0)-[r0]-(:Entity) WHERE r0.id = link RETURN r0 LIMIT 1 }
WITH key, r0 WHERE r0.retractedAt IS NULL
CALL (r0) { WITH startNode(r0) AS n1 WHERE n1.retractedAt IS NULL WITH n1 ORDER BY n1.name, n1.id LIMIT $l1
RETURN collect([n1.id]) AS x1 }
CALL (r0) { WITH endNode(r0) AS n2 WHERE n2.retractedAt IS NULL WITH n2 ORDER BY n2.name, n2.id LIMIT $l2
RETURN collect([n2.id]) AS x2 }
RETURN key, [type(r0), r0.confidence, r0.id, x1, x2] AS row
