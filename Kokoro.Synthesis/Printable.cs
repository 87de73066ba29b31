namespace Kokoro.Synthesis;

/// <summary>Makes what a user typed fit for a one-line message.</summary>
internal static class Printable
{
    private const int LongestExcerpt = 40;

    /// <summary>The first characters of a name or option value, without anything that could move a terminal's cursor.</summary>
    public static string Excerpt(string value) => Line(value.Length <= LongestExcerpt ? value : value[..LongestExcerpt] + "…");

    /// <summary>What an exception says, which may be several lines, as one.</summary>
    public static string Message(Exception exception) => Line(exception.Message.ReplaceLineEndings(" "));

    /// <summary>The whole of it, for a path.</summary>
    public static string Line(string value) =>
        string.Create(value.Length, value, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = char.IsControl(source[i]) || char.IsSurrogate(source[i]) ? '?' : source[i];
        });
}
