using Kokoro.Synthesis.Models.Store;
using Kokoro.Tests.TinyOnnx;

namespace Kokoro.Tests.Models.Store;

/// <summary>What is added never takes the place of what is there.</summary>
public sealed class StoreAdderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModelStore _store;

    public StoreAdderTests() => _store = new ModelStore(_folder["home"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void New_weights_beside_an_equal_graph_are_another_model()
    {
        var model = new TinyKokoro { KnownIds = 178, Weights = ("weights.bin", 0, 1024) }.ToModel();
        File.WriteAllBytes(_folder["weights.bin"], new byte[4096]);
        Assert.Equal(("one", true), Add("one.onnx", model));
        Assert.Equal(("one", false), Add("one.onnx", model));

        byte[] weights = [.. new byte[4095], 1];
        File.WriteAllBytes(_folder["weights.bin"], weights);

        Assert.Equal(("one-2", true), Add("one.onnx", model));
        Assert.Equal(weights, File.ReadAllBytes(Path.Combine(_store.Require("one-2").Folder, "weights.bin")));
    }

    private (string Name, bool IsNew) Add(string file, byte[] content, Catalogue? catalogue = null)
    {
        File.WriteAllBytes(_folder[file], content);
        using var held = _store.Lock();
        var (model, isNew) = Assert.Single(new StoreAdder(_store, catalogue ?? Catalogue.Published).Add(_folder[file]).Models);
        return (model.Name, isNew);
    }
}
