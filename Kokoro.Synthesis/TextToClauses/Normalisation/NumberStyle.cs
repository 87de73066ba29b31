namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>How a language writes numbers and which words join their pieces.</summary>
/// <param name="DecimalMark">Before the fraction.</param>
/// <param name="GroupMark">Between groups of three digits.</param>
/// <param name="HasPairs">Whether groups of two come before the last three (12,34,567).</param>
/// <param name="Point">The decimal mark as it is said.</param>
/// <param name="Minus">The sign as it is said.</param>
internal sealed record NumberStyle(char DecimalMark, char GroupMark, bool HasPairs, string Point, string Minus)
{
    /// <summary>Whether spaces that do not break the line group digits too.</summary>
    public bool GroupsBySpace { get; init; }

    private static readonly NumberStyle English = new('.', ',', false, "point", "minus") { GroupsBySpace = true };
    private static readonly NumberStyle Spanish = new(',', '.', false, "coma", "menos");
    private static readonly NumberStyle French = new(',', '.', false, "virgule", "moins");
    private static readonly NumberStyle Hindi = new('.', ',', true, "दशमलव", "माइनस");
    private static readonly NumberStyle Italian = new(',', '.', false, "virgola", "meno");
    private static readonly NumberStyle Portuguese = new(',', '.', false, "vírgula", "menos");

    public static NumberStyle Of(Language language) => language.VoiceLetter switch
    {
        'e' => Spanish,
        'f' => French,
        'h' => Hindi,
        'i' => Italian,
        'p' => Portuguese,
        _ => English,
    };
}
