namespace Kokoro.Actors.Protocol;

/// <summary>Names one run of one utterance. A run that is asked for twice keeps its id, so a stale answer can be told and dropped.</summary>
/// <param name="Index">Its place among the runs of the utterance, from 0.</param>
public readonly record struct RunId(UtteranceId Utterance, int Index)
{
    public override string ToString() => $"{Utterance}/{Index}";
}
