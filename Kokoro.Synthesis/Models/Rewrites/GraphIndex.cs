using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>Who makes and who takes each value of a graph, and what is known of it before the graph runs.</summary>
internal sealed class GraphIndex
{
    private static readonly IReadOnlyList<NodeProto> Nobody = [];

    private readonly Dictionary<string, NodeProto> _producers = [];
    private readonly Dictionary<string, List<NodeProto>> _consumers = [];
    private readonly Dictionary<string, TensorProto> _initializers = [];
    private readonly HashSet<string> _outsideUses = [];
    private readonly HashSet<string> _names = [];
    private readonly IReadOnlyDictionary<string, long?[]> _shapes;

    public GraphIndex(GraphProto graph)
    {
        Graph = graph;
        foreach (var node in graph.Node)
            Add(node);
        _outsideUses.UnionWith(graph.Output.Select(output => output.Name));

        // An initialiser that is an input as well may be given another value at every run.
        var inputs = graph.Input.Select(input => input.Name).ToHashSet();
        foreach (var tensor in graph.Initializer.Where(tensor => !inputs.Contains(tensor.Name)))
            _initializers[tensor.Name] = tensor;

        _names.UnionWith(inputs);
        _names.UnionWith(graph.Initializer.Select(tensor => tensor.Name));
        _shapes = new ShapeInference(this).Run();
    }

    public GraphProto Graph { get; }

    public static bool IsStandard(string domain) => domain is "" or "ai.onnx";

    /// <summary>The node of the standard operator <paramref name="type"/> whose first output this is; else null.</summary>
    public NodeProto? Producer(string name, string type) =>
        _producers.TryGetValue(name, out var node) && node.Is(type) && node.Output[0] == name ? node : null;

    /// <summary>Of this graph; a node that takes the value twice is there twice.</summary>
    public IReadOnlyList<NodeProto> Consumers(string name) => _consumers.TryGetValue(name, out var nodes) ? nodes : Nobody;

    /// <summary>The tensor of that name that is the same at every run, in the list of initialisers; else null.</summary>
    public TensorProto? Initializer(string name) => _initializers.GetValueOrDefault(name);

    /// <summary>An initialiser, the value of a Constant node, or either under another name: exporters store equal ones once.</summary>
    public TensorProto? Constant(string name) =>
        Initializer(name)
        ?? Producer(name, "Constant")?.Attribute.FirstOrDefault(attribute => attribute.Name == "value")?.T
        ?? (Producer(name, "Identity") is { } same ? Constant(same.In(0)) : null);

    /// <summary>One extent for each axis, null for one that is not known; null when not even their number is.</summary>
    public long?[]? Shape(string name) => _shapes.GetValueOrDefault(name);

    /// <summary>Is it an output of the graph, or taken by a graph inside of a node?</summary>
    public bool IsUsedOutside(string name) => _outsideUses.Contains(name);

    /// <summary>Does nobody but these nodes take what they make, except for the output of <paramref name="last"/>?</summary>
    public bool AreOnlyForEachOther(IReadOnlyCollection<NodeProto> nodes, NodeProto last) =>
        nodes.Where(node => !ReferenceEquals(node, last)).SelectMany(node => node.Output).All(output =>
            !IsUsedOutside(output) && Consumers(output).All(consumer => nodes.Any(node => ReferenceEquals(node, consumer))));

    /// <summary>A name that no value of the graph has.</summary>
    public string Fresh(string name)
    {
        while (_names.Contains(name))
            name += "_";
        return name;
    }

    private void Add(NodeProto node)
    {
        foreach (var output in node.Output.Where(output => output.Length > 0))
        {
            _producers[output] = node;
            _names.Add(output);
        }

        foreach (var input in node.Input.Where(input => input.Length > 0))
        {
            if (!_consumers.TryGetValue(input, out var consumers))
                _consumers.Add(input, consumers = []);
            consumers.Add(node);
        }

        _outsideUses.UnionWith(Subgraphs.NamesIn(node));
    }
}
