namespace Kokoro.Synthesis;

/// <summary>Makes what a user typed fit for a one-line message.</summary>
internal static class Printable
{
    private const int LongestExcerpt = 40;

    /// <summary>The first characters of a name or option value, without anything that could move a terminal's cursor.</summary>
    public static string Excerpt(string value)
    {
        var kept = value.Length <= LongestExcerpt ? value : value[..LongestExcerpt] + "…";
        return string.Create(kept.Length, kept, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = char.IsControl(source[i]) || char.IsSurrogate(source[i]) ? '?' : source[i];
        });
    }
}
