using System;
using Akka.Actor;

namespace Akka.Configuration;

/// <summary>A key is missing or has a value that cannot be used.</summary>
public class ConfigurationException : AkkaException
{
    public ConfigurationException(string message)
        : base(message)
    {
    }

    public ConfigurationException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
