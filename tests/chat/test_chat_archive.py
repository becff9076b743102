"""The archive as the chat asks it: names in their sense, filters, volumes."""


async def test_search_finds_a_concept_by_any_of_its_names(world):
    """Names are not stored in a form to search: they are read again where a rule asks for one."""
    world.publish("SK하이닉스, 우시 공장 증설", source="yna-en")
    world.publish("Weather in Busan", source="yna-en")
    reader = world.person(1)
    await reader.says("/start")

    found = await reader.says("/search concept:sk-hynix")

    assert "우시" in found[-1].text
    assert "Busan" not in found[-1].text
