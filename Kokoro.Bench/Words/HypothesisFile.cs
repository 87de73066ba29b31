using System.Text.RegularExpressions;

namespace Kokoro.Bench.Words;

/// <summary>The recogniser's output: a line of words per recording, with its name and a score in brackets at the end.</summary>
internal static partial class HypothesisFile
{
    /// <summary>The words heard in each recording. One without a line, in which nothing was heard, is an empty string.</summary>
    /// <param name="lines">As in "the water is cold (12 -4711)"; 12 is the number of the recording.</param>
    /// <param name="count">How many recordings there are.</param>
    /// <exception cref="FormatException">A line is of another form.</exception>
    public static string[] Parse(IEnumerable<string> lines, int count)
    {
        var heard = new string[count];
        Array.Fill(heard, "");
        foreach (var line in lines)
        {
            var match = Line().Match(line);
            if (!match.Success || int.Parse(match.Groups["number"].ValueSpan) is var number && number >= count)
                throw new FormatException($"pocketsphinx wrote a line that is no hypothesis of {count} recordings: {line}");
            heard[number] = match.Groups["words"].Value;
        }

        return heard;
    }

    [GeneratedRegex(@"^(?<words>.*?) ?\((?<number>\d{1,6}) -?\d+\)$", RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
