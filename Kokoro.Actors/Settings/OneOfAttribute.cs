namespace Kokoro.Actors.Settings;

/// <summary>The words that a key of kokoro.conf takes.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOfAttribute(params string[] words) : Attribute
{
    public IReadOnlyList<string> Words { get; } = words;
}
