namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>The words for the marks inside of addresses, file names and versions, in the languages other than English.</summary>
/// <param name="Dot">Between names.</param>
/// <param name="Point">Between numbers.</param>
internal sealed record AddressWords(string Dot, string Point, string At, string Slash)
{
    private static readonly AddressWords Spanish = new("punto", "punto", "arroba", "barra");
    private static readonly AddressWords French = new("point", "point", "arobase", "barre");
    private static readonly AddressWords Hindi = new("डॉट", "डॉट", "ऐट", "स्लैश");
    private static readonly AddressWords Italian = new("punto", "punto", "chiocciola", "barra");
    private static readonly AddressWords Portuguese = new("ponto", "ponto", "arroba", "barra");

    public static AddressWords Of(Language language) => language.VoiceLetter switch
    {
        'e' => Spanish,
        'f' => French,
        'h' => Hindi,
        'i' => Italian,
        'p' => Portuguese,
        _ => throw new ArgumentException($"{language.Name} has rules of its own for addresses", nameof(language)),
    };
}
