package org.kcibridge.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kcibridge.aggregate.Breakdown;
import org.primefaces.model.DefaultTreeNode;
import org.primefaces.model.TreeNode;

/** Tests as a tree by the dots in their paths; what is above has the sum of what is below. */
final class PathTree {

    private PathTree() {}

    static TreeNode<Node> of(List<Breakdown> breakdowns) {
        Node all = new Node("", "");
        breakdowns.forEach(all::add);
        return node(all, null);
    }

    private static TreeNode<Node> node(Node node, TreeNode<Node> parent) {
        TreeNode<Node> shown = new DefaultTreeNode<>(node, parent);
        shown.setExpanded(node.children.size() == 1);
        node.children.values().forEach(child -> node(child, shown));
        return shown;
    }

    /** A part of paths. */
    public static final class Node {

        private final String name;
        private final String path;
        private final Map<String, Node> children = new LinkedHashMap<>();
        private final Map<String, Object> counts = new LinkedHashMap<>();

        private Node(String name, String path) {
            this.name = name;
            this.path = path;
        }

        private void add(Breakdown one) {
            Node node = this;
            Group.count(node.counts, one);
            for (String part : one.name().split("\\.")) {
                String below = node.path.isEmpty() ? part : node.path + "." + part;
                node = node.children.computeIfAbsent(part, name -> new Node(name, below));
                Group.count(node.counts, one);
            }
        }

        public String getName() {
            return name.isEmpty() ? "without a path" : name;
        }

        /** A filter for it and all below. */
        public String getFilter() {
            return children.isEmpty() ? path : path + ".*";
        }

        public Map<String, Object> getCounts() {
            return counts;
        }
    }
}
