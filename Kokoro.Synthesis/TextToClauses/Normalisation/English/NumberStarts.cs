using System.Buffers;

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>What a number can start with: a digit, a sign, a point, a fraction character.</summary>
internal static class NumberStarts
{
    private static readonly SearchValues<char> All = SearchValues.Create("0123456789-−~≈±+.½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒");

    public static bool Contains(char character) => All.Contains(character);
}
