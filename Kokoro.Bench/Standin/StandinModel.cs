using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.Models.Onnx;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Bench.Standin;

/// <summary>
/// A model with Kokoro-82M's layers, inputs and outputs and random weights. It speaks noise, but takes as long over it as
/// Kokoro-82M does over speech. The parts here are those of the graph, in their order.
/// </summary>
/// <param name="Proto">Without the weights; small constants are in it.</param>
/// <param name="Weights">In the order of their use.</param>
internal sealed record StandinModel(ModelProto Proto, IReadOnlyList<Weight> Weights)
{
    public const ulong UsualSeed = 82;

    private const string Ids = "input_ids";
    private const string Style = "style";
    private const string Speed = "speed";
    private const string Waveform = "waveform";
    private const string Durations = "durations";

    /// <summary>What Kokoro-82M's export is taken to have: its STFT needs 17.</summary>
    private const int OperatorSet = 17;
    private const int FormatVersion = 8;

    private const string Description = "Kokoro-82M's layers with random weights, for measuring speed: it speaks noise";

    /// <param name="seed">Of the weights.</param>
    /// <inheritdoc cref="Network(ulong, bool)" path="/param"/>
    public static StandinModel Build(ulong seed = UsualSeed, bool isCalm = false)
    {
        var net = new Network(seed, isCalm);
        var g = net.Graph;
        var ids = new Value(g, Ids, DataType.Int64);
        var style = new Value(g, Style, DataType.Float);
        var (text, pitch, energy, durations) = Encode(net, ids, style.Columns(Sizes.Style, Sizes.Style), new Value(g, Speed, DataType.Float));
        g.Output(Waveform, Decode(net, text, pitch, energy, style.Columns(0, Sizes.Style)));
        g.Output(Durations, durations);
        return new StandinModel(Model(g), net.Weights);
    }

    /// <summary>Text, pitch and energy of each frame, and the frames of each id.</summary>
    private static (Value Text, Value Pitch, Value Energy, Value Durations) Encode(Network net, Value ids, Value style, Value speed)
    {
        using var part = net.Inside("/encoder");
        var count = ids.Shape().Gather(net.Graph.Scalar(DataType.Int64, 1)).Unsqueeze(0);
        var bert = Albert.Encode(net, ids, count);
        var hidden = Linear.Create(net, "bert_encoder", Albert.Width, Sizes.Hidden).Apply(bert);
        var (durations, alignment, pitch, energy) = Predict(net, hidden, style, speed, count);
        return (TextEncoder.Encode(net, ids).MatMul(alignment), pitch, energy, durations);
    }

    private static (Value Durations, Value Alignment, Value Pitch, Value Energy) Predict(
        Network net, Value hidden, Value style, Value speed, Value count)
    {
        using var part = net.Inside("predictor");
        var encoded = DurationEncoder.Encode(net, hidden, style, count);
        var durations = DurationPredictor.Predict(net, encoded, speed);
        var alignment = Alignment.Of(net, durations);
        var (pitch, energy) = PitchPredictor.Predict(net, encoded.Transpose(0, 2, 1).MatMul(alignment), style);
        return (durations, alignment, pitch, energy);
    }

    private static Value Decode(Network net, Value text, Value pitch, Value energy, Value style)
    {
        using var part = net.Inside("/decoder");
        return Generator.Samples(net, Decoder.Decode(net, text, pitch, energy, style), style, pitch);
    }

    private static ModelProto Model(GraphBuilder g)
    {
        var graph = new GraphProto { Name = "kokoro-standin", DocString = Description };
        graph.Input.Add(Tensors.Int64(Ids, 1, "tokens"));
        graph.Input.Add(Tensors.Float(Style, 1, 2 * Sizes.Style));
        graph.Input.Add(Tensors.Float(Speed, 1));
        graph.Output.Add(Tensors.Float(Waveform, 1, "samples"));
        graph.Output.Add(Tensors.Int64(Durations, 1, "tokens"));
        graph.Node.AddRange(g.Nodes);
        graph.Initializer.AddRange(g.Initializers);

        var model = new ModelProto { IrVersion = FormatVersion, ProducerName = "Kokoro.Bench", ModelVersion = 1, DocString = Description, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = OperatorSet });
        return model;
    }
}
