using System.Globalization;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.PcmToAudio;

/// <summary>
/// How long the silence after each kind of clause end is, in seconds at normal speed; speech of twice the speed has pauses of
/// half the length. Null leaves a kind as the model speaks it.
/// </summary>
/// <remarks>
/// The defaults are those of brisk readers, because a listener can wait for the next word but not skip a silence. Readers studied by
/// Kazlauskienė and Kalašinskaitė 2019 ("The Duration of Pauses between Phrases in Reading Language") pause 0.2 to 1.4 s between
/// sentences and 0.4 to 1.8 s between paragraphs, the faster half 0.2 to 1.0 s and 0.4 to 1.3 s.
/// </remarks>
public sealed record Pauses
{
    /// <summary>
    /// The silence inside of a p, t or k is as long: what is shorter is not heard as a pause, and cutting to it would swallow such sounds.
    /// </summary>
    public const double Shortest = 0.05;

    /// <summary>The longest break that speech services take in SSML; what is longer is a fault in the settings.</summary>
    public const double Longest = 10;

    public static readonly Pauses Default = new();

    /// <summary>Every pause as the model speaks it.</summary>
    public static readonly Pauses OfModel = new() { Clause = null, Sentence = null, ListItem = null, Heading = null, Paragraph = null };

    /// <summary>At , ; : — … inside of a sentence, and where a clause that is too long for the model is cut: a short breath.</summary>
    public double? Clause { get; init => field = Check(value, nameof(Clause)); } = 0.2;

    /// <summary>After . ! ? twice a clause, so that the two are told apart.</summary>
    public double? Sentence { get; init => field = Check(value, nameof(Sentence)); } = 0.45;

    /// <summary>After a list item a little more than a sentence: the items count as one thing, and are counted.</summary>
    public double? ListItem { get; init => field = Check(value, nameof(ListItem)); } = 0.5;

    /// <summary>After a heading less than a paragraph, because it belongs to what follows.</summary>
    public double? Heading { get; init => field = Check(value, nameof(Heading)); } = 0.75;

    /// <summary>Between paragraphs twice a sentence.</summary>
    public double? Paragraph { get; init => field = Check(value, nameof(Paragraph)); } = 0.9;

    /// <summary>The length in samples after a clause with this end; null for what the model gives.</summary>
    internal int? Samples(ClauseEnd end, float speed)
    {
        var seconds = end switch
        {
            ClauseEnd.Clause => Clause,
            ClauseEnd.Sentence => Sentence,
            ClauseEnd.ListItem => ListItem,
            ClauseEnd.Heading => Heading,
            _ => Paragraph,
        };
        return seconds is { } length ? (int)Math.Round(length * PcmRun.SampleRate / speed) : null;
    }

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.PauseOutOfRange"/>.</exception>
    private static double? Check(double? seconds, string kind) =>
        seconds is null or (>= Shortest and <= Longest)
            ? seconds
            : throw new SpeechException(
                SpeechErrorCode.PauseOutOfRange,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the pause {kind} of {seconds} s is not between {Shortest} and {Longest} s; leave it out for what the model gives"));
}
