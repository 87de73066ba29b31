namespace Kokoro.Actors.Protocol;

/// <summary>What a listener's session wants with the audio.</summary>
public enum Intent
{
    /// <summary>To hear it now; it replaces whatever the same session played before.</summary>
    Play,

    /// <summary>To have it ready; it yields to everything that is played.</summary>
    Prefetch,
}
