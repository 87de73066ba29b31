namespace Kokoro.Actors.Settings.Reading;

/// <summary>Settings that cannot be taken. The message has one line for each fault: where, which key, what to write instead.</summary>
public sealed class SettingsException(IEnumerable<string> faults) : Exception(string.Join(Environment.NewLine, faults));
