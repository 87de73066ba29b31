using System.Text.RegularExpressions;

namespace Kokoro.Bench.Words;

/// <summary>A sentence as the words that are compared: lower case, without punctuation.</summary>
internal static partial class SpokenWords
{
    /// <summary>Takes the recogniser's output too: its marks of a second pronunciation, as in "the(2)", are no words.</summary>
    public static string[] Of(string sentence) =>
        [.. Word().Matches(sentence.ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex("[a-z']+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
