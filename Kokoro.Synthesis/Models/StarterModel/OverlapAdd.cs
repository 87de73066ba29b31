using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.Models.Onnx;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// Filters block after block and adds up the frames where they overlap. The state between two blocks is what the last
/// frames still have to sound.
/// </summary>
internal static class OverlapAdd
{
    private const string Tail = "tail";
    private const string Parameters = "parameters";
    private const string Pulses = "pulses";
    private const string Noise = "noise";
    private const string NextTail = "next_tail";
    private const string Hops = "hops";

    /// <summary>[T + padding, 120]: the first hop of each frame's window, so the sound comes one hop late.</summary>
    /// <param name="parameters">[T, 39].</param>
    /// <param name="pulses">[T, 240].</param>
    /// <param name="noise">[T, 240].</param>
    public static Value Run(SpectralFilter filter, FourierBasis fourier, Timing timing, Value parameters, Value pulses, Value noise)
    {
        var g = parameters.Graph;
        var body = Body(g, filter, fourier);
        g.Stage("sound");
        var outputs = g.Append(
            "Scan",
            [DataType.Float, DataType.Float],
            [
                g.Zeros(FrameGrid.TailHops, FrameGrid.Hop),
                Blocks(parameters, FrameParameters.Count, timing),
                Blocks(pulses, FrameGrid.Window, timing),
                Blocks(noise, FrameGrid.Window, timing),
            ],
            Attributes.Of("body", body),
            Attributes.Of("num_scan_inputs", 3));
        return outputs[1].Reshape(-1, FrameGrid.Hop);
    }

    /// <summary>[blocks, 50, width], the last one filled up with zeros.</summary>
    private static Value Blocks(Value rows, int width, Timing timing)
    {
        var g = rows.Graph;
        var count = (timing.FrameCount + (FrameGrid.Block - 1)) / FrameGrid.Block;
        var missing = count * FrameGrid.Block - timing.FrameCount;
        return rows.Pad(g.Concat(0, g.Ints(0, 0), missing, g.Ints(0))).Reshape(g.Concat(0, count, g.Ints(FrameGrid.Block, width)));
    }

    private static GraphProto Body(GraphBuilder outer, SpectralFilter filter, FourierBasis fourier)
    {
        var g = outer.Body("block");
        Value Input(string name) => new(g, name, DataType.Float);
        var sound = filter.Apply(
            Input(Parameters),
            Spectrum(Input(Pulses).MatMul(fourier.Forward)),
            Spectrum(Input(Noise).MatMul(fourier.Forward)));
        var samples = g.Concat(1, sound.Real, sound.Imaginary).MatMul(fourier.Inverse);

        const int TailHops = FrameGrid.TailHops;
        var overlapped = samples.Split(TailHops, FrameGrid.Hop)
            .Select((hop, place) => hop.Pad(place, 0, TailHops - place, 0))
            .Aggregate((sum, shifted) => sum + shifted);
        g.Output(NextTail, overlapped.Slice(0, FrameGrid.Block, FrameGrid.Block + TailHops));
        g.Output(Hops, overlapped.Slice(0, 0, FrameGrid.Block) + Input(Tail).Pad(0, 0, FrameGrid.Block - TailHops, 0));

        var graph = new GraphProto { Name = "block" };
        graph.Node.AddRange(g.Nodes);
        graph.Input.Add(Tensors.Float(Tail, TailHops, FrameGrid.Hop));
        graph.Input.Add(Tensors.Float(Parameters, FrameGrid.Block, FrameParameters.Count));
        graph.Input.Add(Tensors.Float(Pulses, FrameGrid.Block, FrameGrid.Window));
        graph.Input.Add(Tensors.Float(Noise, FrameGrid.Block, FrameGrid.Window));
        graph.Output.Add(Tensors.Float(NextTail, TailHops, FrameGrid.Hop));
        graph.Output.Add(Tensors.Float(Hops, FrameGrid.Block, FrameGrid.Hop));
        return graph;
    }

    private static ComplexValue Spectrum(Value realThenImaginary)
    {
        var parts = realThenImaginary.Split(2, FrameGrid.Bins);
        return new ComplexValue(parts[0], parts[1]);
    }
}
