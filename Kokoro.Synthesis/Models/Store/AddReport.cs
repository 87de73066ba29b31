namespace Kokoro.Synthesis.Models.Store;

/// <summary>What has become of the files that were to be added.</summary>
internal sealed class AddReport
{
    /// <summary>Models that are in the store now, or were already.</summary>
    public List<(StoredModel Model, bool IsNew)> Models { get; } = [];

    /// <summary>Voice files that are in the store now, or were already, with how many voices are in each.</summary>
    public List<(string File, int Voices, bool IsNew)> Voices { get; } = [];

    /// <summary>Files of a folder that are neither, or no good: a sentence each.</summary>
    public List<string> Skipped { get; } = [];
}
