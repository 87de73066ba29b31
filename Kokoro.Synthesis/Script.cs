namespace Kokoro.Synthesis;

/// <summary>A writing system, as far as the languages here need to tell them apart.</summary>
public enum Script
{
    Latin,
    Devanagari,
}
