// Opens graph files with the Gephi toolkit, as its desktop does, and prints what it holds as JSON: `java -cp TOOLKIT Gephi.java FILE...`
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

public class Gephi {
  public static void main(String[] files) throws Exception {
    List<String> read = new ArrayList<>();
    for (String file : files) read.add(read(file));
    System.out.println(list(read));
    System.exit(0);
  }

  static String read(String file) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController imports = Lookup.getDefault().lookup(ImportController.class);
    Container container = imports.importFile(new File(file));
    container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
    List<String> errors = new ArrayList<>();
    container.getReport().getIssues(1000).forEachRemaining((issue) -> {
      if (issue.getLevel() == Issue.Level.SEVERE || issue.getLevel() == Issue.Level.CRITICAL) errors.add(text(issue.getMessage()));
    });
    imports.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel().getGraph();
    List<String> nodes = new ArrayList<>();
    for (Node node : graph.getNodes()) {
      List<String> facts = factsOf(node);
      facts.addAll(List.of("label", text(node.getLabel()), "x", "" + node.x(), "y", "" + node.y()));
      nodes.addAll(List.of(node.getId().toString(), object(facts)));
    }
    List<String> edges = new ArrayList<>();
    boolean isDirected = true;
    for (Edge edge : graph.getEdges()) {
      isDirected &= edge.isDirected();
      List<String> facts = factsOf(edge);
      facts.addAll(List.of("from", text(edge.getSource().getId()), "to", text(edge.getTarget().getId())));
      edges.addAll(List.of(edge.getId().toString(), object(facts)));
    }
    return object(List.of(
      "file", text(file), "reader", text("Gephi"), "isDirected", "" + isDirected,
      "nodes", object(nodes), "edges", object(edges), "errors", list(errors)));
  }

  /** What an element has beside what Gephi itself gives each. */
  static List<String> factsOf(Element element) {
    List<String> facts = new ArrayList<>();
    for (Column column : element.getTable())
      if (!column.isProperty() && element.getAttribute(column) != null)
        facts.addAll(List.of(column.getTitle(), valueOf(element.getAttribute(column))));
    return facts;
  }

  static String valueOf(Object value) {
    return value instanceof Number || value instanceof Boolean ? value.toString() : text(value);
  }

  static String list(List<String> items) {
    return "[" + String.join(",", items) + "]";
  }

  /** Names and their JSON, one after the other. */
  static String object(List<String> pairs) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i += 2) items.add(text(pairs.get(i)) + ":" + pairs.get(i + 1));
    return "{" + String.join(",", items) + "}";
  }

  static String text(Object value) {
    if (value == null) return "null";
    return value.toString().chars()
      .mapToObj((c) -> c < ' ' || c == '"' || c == '\\' || c > '~' ? String.format("\\u%04x", c) : String.valueOf((char) c))
      .collect(Collectors.joining("", "\"", "\""));
  }
}
