using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Host.Cli;

/// <summary>Says what of the text was not spoken: nothing is left out silently.</summary>
internal static class LeftOutReport
{
    /// <summary>Beyond this many places of one kind the rest is counted, so that a page of emoji does not fill the terminal.</summary>
    private const int MostPlaces = 5;

    /// <summary>One line for each reason there is, with the places in the text.</summary>
    public static IEnumerable<string> Lines(string text, IEnumerable<LeftOut> leftOut) =>
        from item in leftOut
        where item.Reason is not LeftOutReason.Silent
        group item by item.Reason into reason
        select $"left out, {Name(reason.Key)}: {Places(text, [.. reason])}";

    private static string Name(LeftOutReason reason) => reason switch
    {
        LeftOutReason.NotText => "not text",
        LeftOutReason.Picture => "pictures",
        LeftOutReason.OtherScript => "letters that this language does not have",
        _ => "symbols that nobody reads",
    };

    private static string Places(string text, List<LeftOut> items)
    {
        var shown = string.Join(", ", items.Take(MostPlaces).Select(item => $"characters {item.Source}{Quoted(text, item)}"));
        return items.Count > MostPlaces ? $"{shown} and {items.Count - MostPlaces} more" : shown;
    }

    private static string Quoted(string text, LeftOut item) =>
        item.Reason is LeftOutReason.NotText || item.Source.Length > 20 ? "" : $" ({text[item.Source.Start..item.Source.End]})";
}
