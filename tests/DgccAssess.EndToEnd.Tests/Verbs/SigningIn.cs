using DgccAssess.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Verbs;

internal static class SigningIn
{
    public static async Task SignInAsync(this IPage page, TestSpace space, Person person)
    {
        await page.GoAsync($"{space.Path}/sign-in");
        await page.Locator("#Input_Email").FillAsync(person.Email);
        await page.Locator("#Input_Password").FillAsync(person.Password);
        await page.PressAsync();
        await Expect(page.Locator(".account")).ToContainTextAsync(person.DisplayName);
    }
}
