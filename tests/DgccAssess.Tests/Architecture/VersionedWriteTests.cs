using DgccAssess.Core;
using DgccAssess.Core.Data;

namespace DgccAssess.Tests.Architecture;

/// <summary>Every write names the version it was based on, or creates something that a repetition can't create twice.</summary>
public sealed class VersionedWriteTests
{
    [Fact]
    public void Command_CarriesAVersionOrIsACreation() => Assert.DoesNotContain(typeof(CoreServices).Assembly.GetTypes(), IsUnversionedCommand);

    [Fact]
    public void Commands_AreFound() => Assert.Contains(typeof(CoreServices).Assembly.GetTypes(), t => t.Name == "OpenRoundCommand");

    [Fact]
    public void Rule_FailsOnACommandWithoutAVersion() => Assert.True(IsUnversionedCommand(typeof(ForgetfulCommand)));

    [Fact]
    public void Rule_FailsOnAVersionThatCantBeMissing() => Assert.True(IsUnversionedCommand(typeof(DefaultingCommand)));

    private static bool IsUnversionedCommand(Type type) =>
        type.Name.EndsWith("Command", StringComparison.Ordinal) && type is { IsClass: true, IsAbstract: false } && !type.IsAssignableTo(typeof(ICreation))
        && type.GetProperty("Version")?.PropertyType != typeof(int?) && type.GetProperty("Versions") is null;

    private sealed record ForgetfulCommand(string Text);

    // An int that is left out arrives as 0: a missing version could not be told from a stale one.
    private sealed record DefaultingCommand(string Text, int Version);
}
