using Kokoro.Synthesis;
using Kokoro.Synthesis.Models.Store;
using Kokoro.Synthesis.Voices;
using Kokoro.Tests.Voices;

namespace Kokoro.Tests.Models.Store;

public sealed class CatalogueTests : IDisposable
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Published_names_models_that_are_worth_it_and_says_of_the_others_why_not()
    {
        var models = Catalogue.Published.Items.Where(item => item.Kind == CatalogueKind.Model).ToList();

        Assert.StartsWith("recommended", models[0].GoodFor, StringComparison.Ordinal);
        Assert.All(models.Where(model => model.Name.Contains("int8", StringComparison.Ordinal)), model => Assert.Contains("slower", model.GoodFor, StringComparison.Ordinal));
        Assert.All(models.Where(model => model.Name.Contains("fp16", StringComparison.Ordinal)), model => Assert.Contains("fail", model.GoodFor, StringComparison.Ordinal));
        Assert.All(models, model => Assert.Equal(CatalogueKind.Voices, Catalogue.Published.Find(model.Voices!).Kind));
        Assert.All(Catalogue.Published.Items, item => Assert.Equal("https", item.Url.Scheme));
    }

    [Fact]
    public void Published_has_each_of_the_54_voices()
    {
        Assert.Equal(PublishedGrades.Ids.Order(), RealVoicesTests.Published.Keys.Order());
        foreach (var (id, hash) in RealVoicesTests.Published)
            Assert.Equal(($"{id}.bin", hash), (Catalogue.Published.Find(id).File, Catalogue.Published.Find(id).Sha256));
    }

    [Theory]
    [InlineData("{", "cannot be used")]
    [InlineData("{}", "items")]
    [InlineData($$"""{"items":[{"name":"../a","kind":"model","url":"https://a.example/b","sha256":"{{Hash}}","licence":"MIT","goodFor":"x","bytes":1}]}""", "the name '../a'")]
    [InlineData($$"""{"items":[{"name":"a","kind":"model","url":"file:///etc/passwd","sha256":"{{Hash}}","licence":"MIT","goodFor":"x","bytes":1}]}""", "no http or https address")]
    [InlineData("""{"items":[{"name":"a","kind":"model","url":"https://a.example/b","sha256":"abc","licence":"MIT","goodFor":"x","bytes":1}]}""", "sha256 of a")]
    [InlineData($$"""{"items":[{"name":"starter","kind":"model","url":"https://a.example/b","sha256":"{{Hash}}","licence":"MIT","goodFor":"x","bytes":1}]}""", "'starter' is taken")]
    [InlineData($$"""{"items":[{"name":"default","kind":"model","url":"https://a.example/b","sha256":"{{Hash}}","licence":"MIT","goodFor":"x","bytes":1}]}""", "'default' is taken")]
    [InlineData("""{"items":[{"name":"a","kind":"song","url":"https://a.example/b","sha256":"abc","licence":"MIT","goodFor":"x","bytes":1}]}""", "kind")]
    public void A_catalogue_that_is_none_is_refused_by_name(string json, string expected)
    {
        File.WriteAllText(_folder["mine.json"], json);

        var refused = Assert.Throws<SpeechException>(() => Catalogue.Read(_folder["mine.json"]));

        Assert.Equal(SpeechErrorCode.InputUnreadable, refused.Code);
        Assert.Contains("mine.json", refused.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refused.Message, StringComparison.OrdinalIgnoreCase);
    }
}
