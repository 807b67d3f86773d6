// A Neo4j of its own for tests: java Server.java HOME PORT PASSWORD IS_READ_ONLY. Ready when it prints "ready"; stops when its input ends.
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

class Server {
  public static void main(String[] args) throws Exception {
    var home = Path.of(args[0]);
    var isNew = !home.resolve("data").toFile().exists();
    var address = new SocketAddress("127.0.0.1", Integer.parseInt(args[1]));
    var service = new DatabaseManagementServiceBuilder(home)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, address)
        .setConfig(BoltConnector.advertised_address, address)
        .setConfig(GraphDatabaseSettings.auth_enabled, true)
        .setConfig(GraphDatabaseSettings.read_only_database_default, Boolean.parseBoolean(args[3]))
        .build();
    if (isNew) service.database("system").executeTransactionally("ALTER USER neo4j SET PASSWORD '" + args[2] + "' CHANGE NOT REQUIRED");
    System.out.println("ready");
    while (System.in.read() != -1) {}
    service.shutdown();
  }
}
