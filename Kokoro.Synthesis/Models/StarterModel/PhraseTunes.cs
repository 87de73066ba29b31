using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>How each phoneme's phrase ends: vectors [M], 0 to 1.</summary>
internal sealed class PhraseTunes
{
    public PhraseTunes(Phonemes phonemes, Phrases phrases)
    {
        var marked = phrases.EndsWith(TokenAttribute.BoundaryQuestion);
        var falling = marked * phrases.BeginsWith(QuestionWords.Begin(phonemes));
        Question = marked - falling;
        Stop = phrases.EndsWith(TokenAttribute.BoundaryStop) + falling;
        Exclamation = phrases.EndsWith(TokenAttribute.BoundaryExclamation) + falling * VoiceTuning.QuestionWordExclamation;
        Comma = phrases.EndsWith(TokenAttribute.BoundaryComma);
    }

    /// <summary>A question that rises: one without a question word at its beginning.</summary>
    public Value Question { get; }

    /// <summary>Statements, and questions with a question word.</summary>
    public Value Stop { get; }

    public Value Exclamation { get; }

    public Value Comma { get; }
}
