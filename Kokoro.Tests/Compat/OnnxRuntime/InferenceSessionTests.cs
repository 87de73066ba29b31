using Kokoro.Tests.TinyOnnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.Compat.OnnxRuntime;

public class InferenceSessionTests
{
    /// <summary>sum = a + b, twice = 2a.</summary>
    private static readonly byte[] Sums = new TinyGraph("Sümme")
        .Input("a", TensorElementType.Float, 1, "width")
        .Input("b", TensorElementType.Float, 1, 2)
        .Node("Add", ["a", "b"], ["sum"])
        .Node("Add", ["a", "a"], ["twice"])
        .Output("sum", TensorElementType.Float, 1, 2)
        .Output("twice", TensorElementType.Float, 1, "width")
        .ToModel();

    [Fact]
    public void Metadata_ofInputsAndOutputs_isInTheModelsOrderAndWords()
    {
        using var session = Open(Sums);

        Assert.Equal(["a", "b"], session.InputNames);
        Assert.Equal(["sum", "twice"], session.OutputNames);
        Assert.Equal(["a", "b"], session.InputMetadata.Keys.Order());
        var a = session.InputMetadata["a"];
        Assert.True(a.IsTensor);
        Assert.Equal(OnnxValueType.ONNX_TYPE_TENSOR, a.OnnxValueType);
        Assert.Equal(TensorElementType.Float, a.ElementDataType);
        Assert.Equal([1, -1], a.Dimensions);
        Assert.Equal(["", "width"], a.SymbolicDimensions);
        Assert.Equal([1, 2], session.OutputMetadata["sum"].Dimensions);
    }

    [Fact]
    public void Metadata_ofASequence_isNoTensor()
    {
        var model = new TinyGraph()
            .SequenceInput("list", TensorElementType.Float)
            .Node("SequenceLength", ["list"], ["length"])
            .Output("length", TensorElementType.Int64)
            .ToModel();
        using var session = Open(model);

        var list = session.InputMetadata["list"];
        Assert.False(list.IsTensor);
        Assert.Equal(OnnxValueType.ONNX_TYPE_SEQUENCE, list.OnnxValueType);
        Assert.Throws<OnnxRuntimeException>(() => list.Dimensions);
        Assert.Empty(session.OutputMetadata["length"].Dimensions);
    }

    [Fact]
    public void Run_outputsAskedForInAnotherOrder_comeInThatOrder()
    {
        using var session = Open(Sums);
        using var outputs = Run(session, ["b", "a"], [[10, 20], [1, 2]], ["twice", "sum"]);

        Assert.Equal(2, outputs.Count);
        Assert.Equal([2f, 4f], outputs[0].GetTensorDataAsSpan<float>().ToArray());
        Assert.Equal([11f, 22f], outputs[1].GetTensorDataAsSpan<float>().ToArray());
        Assert.Equal([1L, 2L], outputs[1].GetTensorTypeAndShape().Shape);
    }

    [Fact]
    public void Run_fromAFileWithAForeignName_works()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["Модель 模型.onnx"], Sums);
        using var options = new SessionOptions();
        using var session = new InferenceSession(folder["Модель 模型.onnx"], options);
        using var outputs = Run(session, ["a", "b"], [[1, 2], [3, 4]], ["sum"]);
        Assert.Equal([4f, 6f], Assert.Single(outputs).GetTensorDataAsSpan<float>().ToArray());
    }

    [Fact]
    public void Run_byManyThreadsAtOnce_givesEachItsOwn()
    {
        using var session = Open(Sums);
        Parallel.For(0, 200, i =>
        {
            using var outputs = Run(session, ["a", "b"], [[i, i], [1, 2]], ["sum"]);
            Assert.Equal([i + 1f, i + 2f], outputs[0].GetTensorDataAsSpan<float>().ToArray());
        });
    }

    [Fact]
    public void Run_unknownInput_isRefusedByName()
    {
        using var session = Open(Sums);
        var refused = Assert.Throws<OnnxRuntimeException>(() => Run(session, ["a", "c"], [[1, 2], [1, 2]], ["sum"]));
        Assert.Contains("'c'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_unknownOutput_isRefused()
    {
        using var session = Open(Sums);
        Assert.Throws<OnnxRuntimeException>(() => Run(session, ["a", "b"], [[1, 2], [1, 2]], ["product"]));
    }

    [Fact]
    public void Run_fewerValuesThanNames_isRefused()
    {
        using var session = Open(Sums);
        Assert.Throws<ArgumentException>(() => Run(session, ["a", "b"], [[1, 2]], ["sum"]));
    }

    [Fact]
    public void Run_wrongShape_isRefused()
    {
        using var session = Open(Sums);
        Assert.Throws<OnnxRuntimeException>(() => Run(session, ["a", "b"], [[1, 2], [1, 2, 3]], ["sum"]));
    }

    [Fact]
    public void Open_missingFile_isRefused()
    {
        using var folder = new TemporaryFolder();
        using var options = new SessionOptions();
        Assert.Throws<OnnxRuntimeException>(() => new InferenceSession(folder["no.onnx"], options));
    }

    [Fact]
    public void Open_bytesThatAreNoModel_areRefused() => Assert.Throws<OnnxRuntimeException>(() => Open([1, 2, 3]));

    [Fact]
    public void Dispose_sessionTwice_isHarmless()
    {
        var session = Open(Sums);
        session.Dispose();
        session.Dispose();
    }

    private static InferenceSession Open(byte[] model)
    {
        using var options = new SessionOptions();
        return new InferenceSession(model, options);
    }

    private static IDisposableReadOnlyCollection<OrtValue> Run(InferenceSession session, string[] names, float[][] rows, string[] outputs)
    {
        var values = Array.ConvertAll(rows, row => OrtValue.CreateTensorValueFromMemory(row, [1, row.Length]));
        using var options = new RunOptions();
        try
        {
            return session.Run(options, names, values, outputs);
        }
        finally
        {
            foreach (var value in values)
                value.Dispose();
        }
    }
}
