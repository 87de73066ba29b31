using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.TinyOnnx;

/// <summary>
/// A model with Kokoro's signature that anyone can predict: each id lasts id + 1 frames, and every sample is the mean of the
/// style times the speed.
/// </summary>
internal sealed record TinyKokoro
{
    /// <summary>An id of this or more makes the run fail inside the runtime.</summary>
    public const int FirstBadId = 100;

    public string Ids { get; init; } = "input_ids";

    public int StyleLength { get; init; } = 256;

    public TensorElementType SpeedType { get; init; } = TensorElementType.Float;

    public string Audio { get; init; } = "waveform";

    public object[] AudioShape { get; init; } = [1, "samples"];

    /// <summary>Null for a model that gives none.</summary>
    public string? Durations { get; init; } = "durations";

    public TensorElementType DurationsType { get; init; } = TensorElementType.Int64;

    /// <summary>Another number than 600 makes the durations disagree with the samples.</summary>
    public long SamplesPerFrame { get; init; } = 600;

    public string? ExtraInput { get; init; }

    /// <summary>Ids that the model knows; one of this or more makes the run fail inside the runtime.</summary>
    public int KnownIds { get; init; } = FirstBadId;

    /// <summary>What the samples are multiplied with.</summary>
    public float Gain { get; init; } = 1;

    /// <summary>Floats in another file, whose sum the samples have added; null: none.</summary>
    public (string Location, long Offset, int Count)? Weights { get; init; }

    public (string Key, string Value)[] Metadata { get; init; } = [];

    public byte[] ToModel()
    {
        var graph = new TinyGraph()
            .Input(Ids, TensorElementType.Int64, 1, "ids")
            .Input("style", TensorElementType.Float, 1, StyleLength)
            .Input("speed", SpeedType, 1);
        if (ExtraInput is not null)
            graph.Input(ExtraInput, TensorElementType.Int64, 1, "ids");
        if (Durations is not null)
        {
            // Before the samples, as in no export: the order must not matter.
            graph
                .Output(Durations, DurationsType, 1, "ids")
                .Node("Cast", ["frames"], [Durations], TinyGraph.Attribute("to", (long)DurationsType));
        }

        graph
            .Constant("table", TensorElementType.Int64, [.. Enumerable.Range(1, KnownIds).Select(frames => (long)frames)], KnownIds)
            .Node("Gather", ["table", Ids], ["frames"])
            .Constant("axes", TensorElementType.Int64, [0L, 1L], 2)
            .Node("ReduceSum", ["frames", "axes"], ["sum"], TinyGraph.Attribute("keepdims", 0))
            .Constant("per_frame", TensorElementType.Int64, [SamplesPerFrame], 1)
            .Node("Mul", ["sum", "per_frame"], ["length"])
            .Node("ReduceMean", ["style"], ["mean"], TinyGraph.Attribute("axes", [0, 1]), TinyGraph.Attribute("keepdims", 0))
            .Node("Cast", ["speed"], ["speed_float"], TinyGraph.Attribute("to", (long)TensorElementType.Float))
            .Constant("gain", TensorElementType.Float, [Gain])
            .Node("Mul", ["mean", "gain"], ["gained"])
            .Node("Mul", ["gained", "speed_float"], [Weights is null ? "level" : "without"])
            .Output(Audio, TensorElementType.Float, AudioShape);
        if (Weights is { } weights)
        {
            graph
                .External("weights", TensorElementType.Float, weights.Location, weights.Offset, weights.Count)
                .Node("ReduceSum", ["weights"], ["weighed"], TinyGraph.Attribute("keepdims", 0))
                .Node("Add", ["without", "weighed"], ["level"]);
        }

        if (AudioShape.Length == 1)
            return graph.Node("Expand", ["level", "length"], [Audio]).ToModel(Metadata);
        return graph
            .Constant("one", TensorElementType.Int64, [1L], 1)
            .Node("Concat", ["one", "length"], ["shape"], TinyGraph.Attribute("axis", 0))
            .Node("Expand", ["level", "shape"], [Audio])
            .ToModel(Metadata);
    }

    /// <summary>Kokoro's signature over a loop that ends only when it is terminated.</summary>
    public static byte[] Endless()
    {
        var body = new TinyGraph("body")
            .Input("turn", TensorElementType.Int64)
            .Input("go_on", TensorElementType.Bool)
            .Input("value", TensorElementType.Float, 1)
            .Node("Identity", ["go_on"], ["go_on_next"])
            .Constant("half", TensorElementType.Float, [0.5f], 1)
            .Node("Mul", ["value", "half"], ["value_next"])
            .Output("go_on_next", TensorElementType.Bool)
            .Output("value_next", TensorElementType.Float, 1);
        return new TinyGraph()
            .Input("input_ids", TensorElementType.Int64, 1, "ids")
            .Input("style", TensorElementType.Float, 1, 256)
            .Input("speed", TensorElementType.Float, 1)
            .Constant("turns", TensorElementType.Int64, [long.MaxValue])
            .Constant("true", TensorElementType.Bool, [true])
            .Node("Loop", ["turns", "true", "speed"], ["waveform"], TinyGraph.Attribute("body", body))
            .Output("waveform", TensorElementType.Float, 1)
            .ToModel();
    }
}
