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

// {"p":{"ends":["agency:digital-crime-unit"],"keys":["commitment:microsoft-japan-2026","organization:softbank","agency:id-komdigi","agency:jp-national-cybersecurity-office","commitment:microsoft-japan-2026-research-grant","observation:dcu-npa-arrests-2025-06","observation:dcu-npa-malicious-addresses-2025-06","observation:dcu-npa-raids-2025-06","organization:hitachi","organization:microsoft-threat-intelligence-center"]},"most":1250,"skip":0}
UNWIND $p.keys AS key
MATCH (n:Entity {id: key}) WHERE n.retractedAt IS NULL
CALL (n) { MATCH (n)-[r:ANNOUNCED_AT|BUILDS_ON|COVERS|DIRECTED_AT|HAS_TARGET|HOLDS_OFFICE_AT|LOCATED_IN|MAKES|OBSERVED_AS|PARTNERS_WITH|PARTY_TO|PART_OF|RUNS|SAME_AS|SUPERSEDES|UNDER|UNIT_OF]-(m:Entity) WHERE r.retractedAt IS NULL WITH n, r, m SKIP $skip LIMIT $most RETURN collect(r.id) AS c0, collect(m.id) AS c1, collect(coalesce(r.confidence, 0.0)) AS c2 }
RETURN key, c0, c1, c2

// {"p":{"keys":["agency:digital-crime-unit","agency:jp-national-police-agency","commitment:microsoft-japan-2026-npa-cooperation","organization:microsoft","organization:microsoft-digital-crimes-unit","commitment:microsoft-japan-2026","organization:softbank","agency:id-komdigi","agency:jp-national-cybersecurity-office","commitment:microsoft-japan-2026-research-grant","observation:dcu-npa-arrests-2025-06","observation:dcu-npa-malicious-addresses-2025-06","observation:dcu-npa-raids-2025-06","organization:hitachi","organization:microsoft-threat-intelligence-center"]}}
UNWIND $p.keys AS key
MATCH (n0:Entity {id: key})
WITH key, n0 WHERE n0.retractedAt IS NULL
RETURN key, [n0.id, n0.name, n0.type] AS row

// {"p":{"keys":["observation:dcu-npa-raids-2025-06 link:0412ec533b8fca2e81e1","commitment:microsoft-japan-2026 link:0c558ba7efa23cd6e93d","commitment:microsoft-japan-2026-research-grant link:1521de841af8ba094694","commitment:microsoft-japan-2026 link:16be13887f9af7d77ce0","organization:microsoft-digital-crimes-unit link:18ead8cfd9063dc5ecef","agency:digital-crime-unit link:25c435363dd218716e88","agency:id-komdigi link:294a784de6e557601586","observation:dcu-npa-malicious-addresses-2025-06 link:2a0092b3ec324305e834","observation:dcu-npa-malicious-addresses-2025-06 link:2cb1ac20877f3d27a820","commitment:microsoft-japan-2026-npa-cooperation link:39976f4ef4f268a8af10","organization:softbank link:3cbb88762ceaaf5a8277","agency:digital-crime-unit link:3d93e8a83d7323f5b131","organization:microsoft-threat-intelligence-center link:482497bcb0622a7f401e","organization:hitachi link:6b9bb878f1c6f13df775","agency:jp-national-cybersecurity-office link:6e8f1f68c437caf7594f","organization:microsoft-threat-intelligence-center link:776c8763ad2261f2e9a3","commitment:microsoft-japan-2026-research-grant link:78b334b10b6cb2ea87ab","agency:jp-national-police-agency link:89c23481416287e9f735","observation:dcu-npa-arrests-2025-06 link:95f030a3d3b9c2f5eaaa","observation:dcu-npa-raids-2025-06 link:97d75db7726176294b10","observation:dcu-npa-arrests-2025-06 link:99969597f4db384f7cd6","commitment:microsoft-japan-2026-npa-cooperation link:a77b97301c42b52ee376","organization:softbank link:ab814fba93288a7ccaa0","agency:jp-national-police-agency link:ad898386cecdb4b94278","agency:digital-crime-unit link:bb1d57caefb94bba90b4","commitment:microsoft-japan-2026 link:bcbfb963b99316d3c318","organization:microsoft-digital-crimes-unit link:be893dfb01dd0c51efe0","commitment:microsoft-japan-2026-research-grant link:c39406cb5a5b269ef490","organization:hitachi link:c3acd4aee23a87c5a1e1","agency:id-komdigi link:cab447c1db07d050f6d4","organization:softbank link:caf3f55bc1e9a6ace8af","agency:digital-crime-unit link:d0266be3bc98b2c24221","agency:jp-national-cybersecurity-office link:d7d554c037cae1427a00","commitment:microsoft-japan-2026-npa-cooperation link:f2934d90cf62793f3686","organization:softbank link:fc387fd0d5f94dc7333f"]},"l1":1,"l2":1}
UNWIND $p.keys AS key
WITH key, split(key, ' ') AS ids WITH key, ids[0] AS end, ids[1] AS link MATCH (a0:Entity {id: end}) CALL (a0, link) { MATCH (a0)-[r0]-(:Entity) WHERE r0.id = link RETURN r0 LIMIT 1 }
WITH key, r0 WHERE r0.retractedAt IS NULL
CALL (r0) { WITH startNode(r0) AS n1 WHERE n1.retractedAt IS NULL WITH n1 ORDER BY n1.nameOrder, n1.id LIMIT $l1
RETURN collect([n1.id]) AS x1 }
CALL (r0) { WITH endNode(r0) AS n2 WHERE n2.retractedAt IS NULL WITH n2 ORDER BY n2.nameOrder, n2.id LIMIT $l2
RETURN collect([n2.id]) AS x2 }
RETURN key, [type(r0), r0.confidence, r0.id, x1, x2] AS row
