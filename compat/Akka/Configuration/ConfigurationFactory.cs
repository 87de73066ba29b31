using System;
using System.IO;
using System.Reflection;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Makes a <see cref="Config"/> from HOCON text or an embedded resource.</summary>
public class ConfigurationFactory
{
    private static readonly Lazy<Config> Reference = new(() => FromResource<ConfigurationFactory>("Akka.Configuration.Pigeon.conf"));

    /// <exception cref="FormatException">The text is not HOCON of this dialect; says line and column.</exception>
    public static Config ParseString(string hocon) => new(Parser.Parse(hocon, null));

    /// <param name="hocon">The text.</param>
    /// <param name="includeCallback">Gets what stands behind <c>include</c> and returns what it reads there.</param>
    public static Config ParseString(string hocon, Func<string, HoconRoot> includeCallback) => new(Parser.Parse(hocon, includeCallback));

    /// <summary>The values that hold where nobody says otherwise.</summary>
    public static Config Default() => Reference.Value;

    public static Config FromResource<TAssembly>(string resourceName) => FromResource(resourceName, typeof(TAssembly).Assembly);

    public static Config FromResource(string resourceName, Assembly assembly)
    {
        using var stream = assembly.GetManifestResourceStream(resourceName)
            ?? throw new ConfigurationException($"no resource {resourceName} in {assembly.GetName().Name}");
        using var reader = new StreamReader(stream);
        return ParseString(reader.ReadToEnd());
    }
}
