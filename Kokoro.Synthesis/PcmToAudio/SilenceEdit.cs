namespace Kokoro.Synthesis.PcmToAudio;

/// <summary>A change of length inside of a silence: some of its samples go, or zeros come in.</summary>
/// <param name="Removed">The samples that go; empty at the place where zeros come in.</param>
/// <param name="Inserted">How many zeros come in their place.</param>
/// <param name="NextWord">Index of the word after it; all those before end before it.</param>
internal sealed record SilenceEdit(SampleSpan Removed, int Inserted, int NextWord)
{
    public int Growth => Inserted - Removed.Length;

    public bool ChangesNothing => Inserted == 0 && Removed.Length == 0;
}
