namespace Kokoro.Actors.Settings;

/// <summary>The least and the most that a key of kokoro.conf takes, written as it is there: "0.5 s", "64 KiB", "0.1".</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LimitsAttribute(string least, string most) : Attribute
{
    public string Least { get; } = least;

    public string Most { get; } = most;
}
