namespace Akka.Configuration.Hocon;

internal enum HoconPieceKind
{
    Text,
    Blank,
    Array,
    Object,
    Substitution,
}
