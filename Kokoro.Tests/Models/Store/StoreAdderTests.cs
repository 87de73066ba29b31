using System.Security.Cryptography;
using System.Text.Json;
using Kokoro.Synthesis.Models.Store;
using Kokoro.Tests.TinyOnnx;

namespace Kokoro.Tests.Models.Store;

/// <summary>What is added never takes the place of what is there.</summary>
public sealed class StoreAdderTests : IDisposable
{
    private static readonly byte[] One = new TinyKokoro { KnownIds = 178, Gain = 0.001f }.ToModel();
    private static readonly byte[] Other = new TinyKokoro { KnownIds = 178, Gain = 0.002f }.ToModel();

    private readonly TemporaryFolder _folder = new();
    private readonly ModelStore _store;

    public StoreAdderTests() => _store = new ModelStore(_folder["home"]);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("default")]
    [InlineData("starter")]
    public void A_file_with_a_name_of_the_store_itself_gets_another(string name)
    {
        Assert.Equal(($"{name}-2", true), Add($"{name}.onnx", One));
        Assert.Equal($"{name}-2", _store.Default()!.Name);
    }

    [Fact]
    public void A_published_model_beside_another_of_its_name_gets_a_second_one()
    {
        var items = new[] { new { name = "one", kind = "model", url = "https://a.example/one.onnx", bytes = One.Length, sha256 = Convert.ToHexStringLower(SHA256.HashData(One)), licence = "MIT", goodFor = "x" } };
        File.WriteAllText(_folder["catalogue.json"], JsonSerializer.Serialize(new { items }));
        var catalogue = Catalogue.Read(_folder["catalogue.json"]);

        Assert.Equal(("one", true), Add("one.onnx", Other, catalogue));
        Assert.Equal(("one-2", true), Add("published.onnx", One, catalogue));

        Assert.Equal(Other, File.ReadAllBytes(_store.Require("one").Path));
        Assert.Equal(One, File.ReadAllBytes(_store.Require("one-2").Path));
    }

    [Fact]
    public void A_folder_that_is_damaged_is_replaced()
    {
        Add("one.onnx", One);
        File.WriteAllText(Path.Combine(_folder["home"], "models", "one", "model.json"), "{");

        Assert.Equal(("one", true), Add("one.onnx", Other));
        Assert.Equal(Other, File.ReadAllBytes(_store.Require("one").Path));
    }

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

    [Fact]
    public void What_a_killed_command_left_on_its_way_goes_with_the_next_and_downloads_stay()
    {
        Directory.CreateDirectory(Path.Combine(_store.Parts, "abandoned"));
        File.WriteAllBytes(Path.Combine(_store.Parts, "abandoned", "half.onnx"), One);
        File.WriteAllBytes(Path.Combine(_store.Parts, "download.onnx"), One);

        _store.Lock().Dispose();

        Assert.Equal(["download.onnx"], Directory.GetFileSystemEntries(_store.Parts).Select(Path.GetFileName));
    }

    private (string Name, bool IsNew) Add(string file, byte[] content, Catalogue? catalogue = null)
    {
        File.WriteAllBytes(_folder[file], content);
        using var held = _store.Lock();
        var (model, isNew) = Assert.Single(new StoreAdder(_store, catalogue ?? Catalogue.Published).Add(_folder[file]).Models);
        return (model.Name, isNew);
    }
}
