/** (c) The hand-written statement on Neo4j. */
import { STATEMENT, serve } from './hand.ts';
import { connect } from './neo4j.ts';

const driver = connect();

serve(async (ids) => {
  const session = driver.session({ defaultAccessMode: 'READ' });
  try {
    const { records } = await session.run(STATEMENT, { ids });
    return records.map((record) => record.get('organization'));
  } finally {
    await session.close();
  }
});
