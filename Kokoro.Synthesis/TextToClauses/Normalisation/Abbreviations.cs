using System.Collections.Frozen;
using Kokoro.Synthesis.TextToClauses.Normalisation.English;

namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>
/// The abbreviations whose full stop ends no sentence, by language. They are said in full, because espeak-ng knows most of them
/// only with the full stop, after which it ends the clause.
/// </summary>
internal static class Abbreviations
{
    /// <summary>The longest key of the tables.</summary>
    public const int Longest = 8;

    private static readonly FrozenDictionary<string, Abbreviation> Spanish = new Dictionary<string, Abbreviation>
    {
        ["Sr"] = new("señor"),
        ["Sra"] = new("señora"),
        ["Srta"] = new("señorita"),
        ["Dr"] = new("doctor"),
        ["Dra"] = new("doctora"),
        ["Ud"] = new("usted"),
        ["Uds"] = new("ustedes"),
        ["Prof"] = new("profesor"),
        ["p.ej"] = new("por ejemplo"),
        ["etc"] = new("etcétera", MayEnd: true),
        ["núm"] = new("número"),
        ["pág"] = new("página"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Abbreviation> French = new Dictionary<string, Abbreviation>
    {
        ["M"] = new("monsieur"),
        ["MM"] = new("messieurs"),
        ["Dr"] = new("docteur"),
        ["Pr"] = new("professeur"),
        ["p.ex"] = new("par exemple"),
        ["etc"] = new("et cetera", MayEnd: true),
        ["cf"] = new("confer"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Abbreviation> Hindi = new Dictionary<string, Abbreviation>
    {
        ["डॉ"] = new("डॉक्टर"),
        ["प्रो"] = new("प्रोफ़ेसर"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Abbreviation> Italian = new Dictionary<string, Abbreviation>
    {
        ["Sig"] = new("signor"),
        ["Dott"] = new("dottor"),
        ["Prof"] = new("professor"),
        ["Ing"] = new("ingegner"),
        ["Avv"] = new("avvocato"),
        ["ecc"] = new("eccetera", MayEnd: true),
        ["pag"] = new("pagina"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Abbreviation> Portuguese = new Dictionary<string, Abbreviation>
    {
        ["Sr"] = new("senhor"),
        ["Sra"] = new("senhora"),
        ["Dr"] = new("doutor"),
        ["Dra"] = new("doutora"),
        ["Prof"] = new("professor"),
        ["p.ex"] = new("por exemplo"),
        ["etc"] = new("et cetera", MayEnd: true),
        ["pág"] = new("página"),
    }.ToFrozenDictionary();

    /// <summary>The abbreviation that is written so before its last full stop; null when there is none.</summary>
    public static Abbreviation? Find(ReadOnlySpan<char> written, Language language) =>
        written.Length <= Longest && Of(language).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var found) ? found : null;

    private static FrozenDictionary<string, Abbreviation> Of(Language language) => language.VoiceLetter switch
    {
        'e' => Spanish,
        'f' => French,
        'h' => Hindi,
        'i' => Italian,
        'p' => Portuguese,
        _ => EnglishAbbreviations.Table,
    };
}
