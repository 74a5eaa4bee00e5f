using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Cli;

public sealed class KeysTests
{
    [Fact]
    public async Task KeysRotate_MakesKeysWhereDue_AndMoreOnlyWhenAsked()
    {
        using var installation = new TestInstallation();
        await installation.ApplyAsync("tunisia");

        Assert.Equal((0, "tunisia: new keys", ""), await installation.RunAsync("keys", "rotate", "--space", "tunisia"));
        Assert.Equal((0, "tunisia: keys are not due", ""), await installation.RunAsync("keys", "rotate", "--space", "tunisia"));
        Assert.Equal((0, "tunisia: new keys", ""), await installation.RunAsync("keys", "rotate", "--space", "tunisia", "--now"));
        Assert.Equal(4, await installation.ReadAsync("tunisia", db => db.SpaceKeys.CountAsync()));
    }

    [Fact]
    public async Task KeysRotate_NoSuchSpace_IsBadInput()
    {
        using var installation = new TestInstallation();
        await installation.ApplyAsync("tunisia");

        Assert.Equal((2, "", "There is no space 'atlantis'."), await installation.RunAsync("keys", "rotate", "--space", "atlantis"));
    }
}
