using System;

namespace Akka.Configuration.Hocon;

internal sealed class HoconFormatException : FormatException
{
    internal HoconFormatException(string message)
        : base(message)
    {
    }
}
