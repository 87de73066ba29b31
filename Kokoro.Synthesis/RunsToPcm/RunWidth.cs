namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>How many cores one run of a model uses.</summary>
public enum RunWidth
{
    /// <summary>One: the most audio per second when many listen.</summary>
    Narrow,

    /// <summary>All of them: the shortest wait for one listener.</summary>
    Wide,
}
