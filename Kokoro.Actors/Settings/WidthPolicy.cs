namespace Kokoro.Actors.Settings;

public enum WidthPolicy
{
    /// <summary>Wide for the first run of a lone listener, narrow for all others.</summary>
    Adaptive,

    Narrow,

    Wide,
}
