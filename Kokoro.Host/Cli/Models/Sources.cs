using Kokoro.Actors.Settings;
using Kokoro.Actors.Settings.Reading;
using Kokoro.Synthesis.Models.Store;

namespace Kokoro.Host.Cli.Models;

/// <summary>What the settings say about where models come from.</summary>
internal static class Sources
{
    public static ModelSettings Settings() => SettingsLoader.Load(SettingsSource.Of(config: null)).Models;

    /// <exception cref="Synthesis.SpeechException">The file of the setting cannot be used.</exception>
    public static Catalogue Catalogue(ModelSettings settings) =>
        settings.Catalogue.Length == 0 ? Synthesis.Models.Store.Catalogue.Published : Synthesis.Models.Store.Catalogue.Read(settings.Catalogue);

    /// <returns>The item's address, or the same path at the mirror.</returns>
    public static Uri Address(CatalogueItem item, ModelSettings settings) =>
        settings.Mirror.Length == 0 ? item.Url : new Uri(settings.Mirror.TrimEnd('/') + item.Url.PathAndQuery);
}
