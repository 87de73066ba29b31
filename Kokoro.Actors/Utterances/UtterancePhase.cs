namespace Kokoro.Actors.Utterances;

internal enum UtterancePhase
{
    FindingVoice,

    /// <summary>The text becomes clauses; what is wrong with it is still a refusal.</summary>
    Cutting,

    /// <summary>Accepted: what goes wrong from here on ends the channel.</summary>
    Speaking,

    Ended,
}
