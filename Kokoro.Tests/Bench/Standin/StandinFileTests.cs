using Google.Protobuf;
using Kokoro.Bench.Standin;
using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.Models.Onnx;
using Kokoro.Synthesis.RunsToPcm;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Tests.Bench.Standin;

public class StandinFileTests
{
    [Fact]
    public async Task File_is_the_model_with_its_weights_in_it()
    {
        var part = Part(seed: 1);

        var bytes = await WriteAsync(part);

        Assert.Equal(new StandinFile(part).Length, bytes.Length);
        OnnxOutline.Check(new MemoryStream(bytes));
        var read = ModelProto.Parser.ParseFrom(bytes);
        var expected = part.Proto.Clone();
        foreach (var weight in part.Weights)
        {
            var values = new float[weight.Length];
            weight.Draw(values);
            var tensor = new TensorProto
            {
                Name = weight.Name,
                DataType = (int)DataType.Float,
                RawData = ByteString.CopyFrom([.. values.SelectMany(BitConverter.GetBytes)]),
            };
            tensor.Dims.AddRange(weight.Shape);
            expected.Graph.Initializer.Add(tensor);
        }

        Assert.Equal(expected, read);
    }

    [Fact]
    public async Task Equal_seeds_make_equal_bytes_and_others_do_not()
    {
        var bytes = await WriteAsync(Part(seed: 1));

        Assert.Equal(bytes, await WriteAsync(Part(seed: 1)));
        Assert.NotEqual(bytes, await WriteAsync(Part(seed: 2)));
    }

    [Fact]
    public async Task Progress_ends_with_the_length()
    {
        var file = new StandinFile(Part(seed: 1));
        var written = new List<long>();

        await file.WriteAsync(Stream.Null, written.Add, CancellationToken.None);

        Assert.Equal(written.Order(), written);
        Assert.Equal(file.Length, written[^1]);
    }

    /// <summary>One residual block of the decoder.</summary>
    private static StandinModel Part(ulong seed)
    {
        var net = new Network(seed);
        var x = new Value(net.Graph, "x", DataType.Float);
        var style = new Value(net.Graph, "style", DataType.Float);
        net.Graph.Output("y", LeakyBlock.Apply(net, "block", x, style, from: 4, to: 6));
        var graph = new GraphProto { Name = "part" };
        graph.Node.AddRange(net.Graph.Nodes);
        graph.Initializer.AddRange(net.Graph.Initializers);
        var model = new ModelProto { IrVersion = 8, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 17 });
        return new StandinModel(model, net.Weights);
    }

    private static async Task<byte[]> WriteAsync(StandinModel model)
    {
        using var stream = new MemoryStream();
        await new StandinFile(model).WriteAsync(stream, _ => { }, CancellationToken.None);
        return stream.ToArray();
    }
}
