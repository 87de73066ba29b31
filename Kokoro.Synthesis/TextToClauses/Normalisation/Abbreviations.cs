using System.Collections.Frozen;

namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>
/// The abbreviations whose full stop ends no sentence, by language. They are said in full, because espeak-ng knows most of them
/// only with the full stop, after which it ends the clause.
/// </summary>
internal static class Abbreviations
{
    /// <summary>The longest key of the tables.</summary>
    public const int Longest = 8;

    private static readonly FrozenDictionary<string, Abbreviation> English = new Dictionary<string, Abbreviation>
    {
        ["Mr"] = new("Mister"),
        ["Mrs"] = new("Missus"),
        ["Ms"] = new("Miz"),
        ["Dr"] = new("Doctor"),
        ["Prof"] = new("Professor"),
        ["St"] = new("Saint"),
        ["Rev"] = new("Reverend"),
        ["Gen"] = new("General"),
        ["Col"] = new("Colonel"),
        ["Capt"] = new("Captain"),
        ["Lt"] = new("Lieutenant"),
        ["Sgt"] = new("Sergeant"),
        ["Gov"] = new("Governor"),
        ["Sen"] = new("Senator"),
        ["Mt"] = new("Mount"),
        ["Jr"] = new("Junior", MayEnd: true),
        ["Sr"] = new("Senior", MayEnd: true),
        ["Ave"] = new("Avenue", MayEnd: true),
        ["Blvd"] = new("Boulevard", MayEnd: true),
        ["Rd"] = new("Road", MayEnd: true),
        ["Inc"] = new("Incorporated", MayEnd: true),
        ["Ltd"] = new("Limited", MayEnd: true),
        ["Corp"] = new("Corporation", MayEnd: true),
        ["Co"] = new("Company", MayEnd: true),
        ["etc"] = new("et cetera", MayEnd: true),
        ["vs"] = new("versus"),
        ["e.g"] = new("for example"),
        ["i.e"] = new("that is"),
        ["a.m"] = new("eh M", MayEnd: true),
        ["p.m"] = new("P M", MayEnd: true),
        ["Ph.D"] = new("P H D", MayEnd: true),
        ["cf"] = new("compare"),
        ["approx"] = new("approximately"),
        ["dept"] = new("department", MayEnd: true),
        ["No"] = new("number", NeedsNumber: true),
        ["no"] = new("number", NeedsNumber: true),
        ["Nos"] = new("numbers", NeedsNumber: true),
        ["Fig"] = new("figure", NeedsNumber: true),
        ["fig"] = new("figure", NeedsNumber: true),
        ["Vol"] = new("volume", NeedsNumber: true),
        ["vol"] = new("volume", NeedsNumber: true),
        ["Ch"] = new("chapter", NeedsNumber: true),
        ["p"] = new("page", NeedsNumber: true),
        ["pp"] = new("pages", NeedsNumber: true),
        ["Jan"] = new("January", NeedsNumber: true),
        ["Feb"] = new("February", NeedsNumber: true),
        ["Mar"] = new("March", NeedsNumber: true),
        ["Apr"] = new("April", NeedsNumber: true),
        ["Jun"] = new("June", NeedsNumber: true),
        ["Jul"] = new("July", NeedsNumber: true),
        ["Aug"] = new("August", NeedsNumber: true),
        ["Sep"] = new("September", NeedsNumber: true),
        ["Sept"] = new("September", NeedsNumber: true),
        ["Oct"] = new("October", NeedsNumber: true),
        ["Nov"] = new("November", NeedsNumber: true),
        ["Dec"] = new("December", NeedsNumber: true),
    }.ToFrozenDictionary();

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
        _ => English,
    };
}
