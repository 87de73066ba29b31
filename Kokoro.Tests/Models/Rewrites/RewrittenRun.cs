using Google.Protobuf;
using Kokoro.Synthesis.Models.Onnx;
using Kokoro.Synthesis.Models.Rewrites;
using Microsoft.ML.OnnxRuntime;

namespace Kokoro.Tests.Models.Rewrites;

/// <summary>A model before and after it was rewritten, run on the same random inputs.</summary>
/// <param name="Model">Rewritten.</param>
/// <param name="IsTheSame">Whether every byte of it is as it was.</param>
/// <param name="Difference">The largest between two numbers of an output.</param>
internal sealed record RewrittenRun(RewriteReport Report, ModelProto Model, bool IsTheSame, float Difference)
{
    public IEnumerable<string> Operators => Model.Graph.Node.Select(node => node.OpType);

    public static RewrittenRun Of(byte[] model, params (string Name, long[] Shape)[] inputs) => Of(ModelProto.Parser.ParseFrom(model), inputs);

    public static RewrittenRun Of(ModelProto model, params (string Name, long[] Shape)[] inputs)
    {
        var values = inputs.Select(input => (input.Name, input.Shape, Numbers: RandomNumbers.Normal(input.Name, input.Shape))).ToArray();
        var plain = Run(model, values);
        var before = model.ToByteArray();
        var report = GraphRewriter.Rewrite(model);
        var rewritten = Run(model, values);

        Assert.Equal(plain.Select(output => output.Shape), rewritten.Select(output => output.Shape));
        var difference = plain.Zip(rewritten, (first, second) => first.Numbers.Zip(second.Numbers, (a, b) => Math.Abs(a - b)).Max()).Max();
        return new RewrittenRun(report, model, model.ToByteArray().AsSpan().SequenceEqual(before), difference);
    }

    /// <summary>Nothing was found, and so nothing changed: not a byte of the model, whose sums the runtime may round differently in each session.</summary>
    public void AssertLeftAlone()
    {
        Assert.Equal(new RewriteReport(), Report);
        Assert.True(IsTheSame);
    }

    /// <summary>This was found, nothing else, and the outputs are the same but for rounding.</summary>
    public void AssertSameWith(RewriteReport report)
    {
        Assert.Equal(report, Report);
        Assert.InRange(Difference, 0, 1e-4f);
    }

    private static List<(long[] Shape, float[] Numbers)> Run(ModelProto model, (string Name, long[] Shape, float[] Numbers)[] inputs)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        using var session = new InferenceSession(model.ToByteArray(), options);
        var values = inputs.Select(input => OrtValue.CreateTensorValueFromMemory(input.Numbers, input.Shape)).ToArray();
        try
        {
            using var run = new RunOptions();
            using var outputs = session.Run(run, [.. inputs.Select(input => input.Name)], values, session.OutputNames);
            return [.. outputs.Select(output => (output.GetTensorTypeAndShape().Shape, output.GetTensorDataAsSpan<float>().ToArray()))];
        }
        finally
        {
            foreach (var value in values)
                value.Dispose();
        }
    }
}
