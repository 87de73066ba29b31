using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Synthesis.Models.Store;

/// <summary>
/// The published models and voices: each with its address, its size, its hash, its licence and what it is good for. The program has one (catalogue.json); somebody who
/// publishes models of their own may write another.
/// </summary>
internal sealed partial class Catalogue
{
    private const string Embedded = "model-catalogue.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private readonly Dictionary<string, CatalogueItem> _byName;

    private Catalogue(IReadOnlyList<CatalogueItem> items, IReadOnlyList<CatalogueItem> singleVoices)
    {
        Items = items;
        _byName = items.Concat(singleVoices).ToDictionary(item => item.Name, StringComparer.Ordinal);
        foreach (var item in _byName.Values)
            Check(item);
    }

    /// <summary>All but the single voices, the best first.</summary>
    public IReadOnlyList<CatalogueItem> Items { get; }

    /// <summary>The one that comes with the program.</summary>
    public static Catalogue Published { get; } = OfProgram();

    /// <param name="path">A file in the form of catalogue.json.</param>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.InputUnreadable"/>: it cannot be read, or is none.</exception>
    public static Catalogue Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Parse(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException or ArgumentException)
        {
            throw new SpeechException(
                SpeechErrorCode.InputUnreadable,
                $"catalogue {Printable.Line(path)} cannot be used ({Printable.Message(e)}); correct it, or unset kokoro.models.catalogue",
                innerException: e);
        }
    }

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.ModelUnknown"/>: the message lists names and the nearest one.</exception>
    public CatalogueItem Find(string name)
    {
        if (_byName.TryGetValue(name, out var item))
            return item;
        var names = Items.Select(each => each.Name).ToArray();
        var nearest = NearestName.Of(name, _byName.Keys) is { } near ? $"did you mean '{near}'? " : "";
        throw new SpeechException(SpeechErrorCode.ModelUnknown, $"'{Printable.Excerpt(name)}' is not in the catalogue; {nearest}There are {string.Join(", ", names)}, and each voice by its name");
    }

    /// <returns>The item with these bytes, or null.</returns>
    public CatalogueItem? WithHash(string sha256) => _byName.Values.FirstOrDefault(item => item.Sha256 == sha256);

    private static Catalogue OfProgram()
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream(Embedded)
            ?? throw new InvalidOperationException($"{Embedded} is not in the assembly");
        return Parse(stream);
    }

    private static Catalogue Parse(Stream stream)
    {
        var document = JsonSerializer.Deserialize<Document>(stream, Format) ?? throw new FormatException("it is empty");
        var single = document.SingleVoices is not { } voices
            ? []
            : voices.Sha256.Select(voice => new CatalogueItem(
                voice.Key, CatalogueKind.Voices, new Uri(voices.Url, $"{voice.Key}.bin"), voices.Bytes, voice.Value, voices.Licence, $"the voice {voice.Key}"));
        return new Catalogue(document.Items, [.. single]);
    }

    private static void Check(CatalogueItem item)
    {
        if (!Name().IsMatch(item.Name))
            throw new FormatException($"the name '{Printable.Excerpt(item.Name)}' is not 1 to 64 of a to z, 0 to 9, '.', '-' and '_'");
        if (ModelStore.IsReserved(item.Name))
            throw new FormatException($"the name '{item.Name}' is taken by the store itself");
        if (!item.Url.IsAbsoluteUri || item.Url.Scheme is not ("https" or "http") || item.File.Length == 0)
            throw new FormatException($"the address of {item.Name} is no http or https address of a file");
        if (!Hash().IsMatch(item.Sha256))
            throw new FormatException($"the sha256 of {item.Name} is not 64 digits of lower-case hex");
        if (item.Bytes is <= 0)
            throw new FormatException($"the bytes of {item.Name} are {item.Bytes}");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,63}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hash();

    private sealed record Document(IReadOnlyList<CatalogueItem> Items, SingleVoiceFiles? SingleVoices = null);

    private sealed record SingleVoiceFiles(Uri Url, long Bytes, string Licence, IReadOnlyDictionary<string, string> Sha256);
}
