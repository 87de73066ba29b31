using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// The English words that begin a question which falls at its end ("What time is it?"); a question without one of them rises ("Is it
/// late?"). A rise on both is heard as doubt.
/// </summary>
internal static class QuestionWords
{
    /// <summary>What, where, when, why, which, who, whose, whom, how, in American and British speech. A space is the end of the word.</summary>
    private static readonly string[] Beginnings =
        ["wʌt", "wʌT", "wɒt", "wɛɹ", "wɛ ", "wɛn ", "wI ", "wɪʧ", "hu ", "huz", "hum", "hW ", "hWz"];

    /// <summary>[M]: 1 where one of them begins.</summary>
    public static Value Begin(Phonemes phonemes)
    {
        var end = (phonemes.AfterSpace + phonemes.Pause).Clip(0, 1);
        return Beginnings
            .Select(word => word
                .Select((symbol, place) => Ahead(symbol == ' ' ? end : phonemes.Are(symbol), place))
                .Aggregate((all, each) => all * each))
            .Aggregate((any, each) => any + each)
            .Clip(0, 1);
    }

    /// <summary>What the phoneme so many places on has.</summary>
    private static Value Ahead(Value value, int places) => places == 0 ? value : Ahead(value.Next(), places - 1);
}
